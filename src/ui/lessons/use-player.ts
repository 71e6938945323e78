import { createContext, useContext } from 'react';
import { useStore } from 'zustand/react';
import type { Player, PlayerState } from '../../lessons/player.ts';

export const PlayerContext = createContext<Player | undefined>(undefined);

/** The lesson that is open, for what stands in its panel. */
export function usePlayer(): Player {
  const player = useContext(PlayerContext);
  if (!player) throw new Error('PlayerContext is missing');
  return player;
}

export function usePlayerState<T>(select: (state: PlayerState) => T): T {
  return useStore(usePlayer().state, select);
}
