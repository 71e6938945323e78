import type { RemoteScope } from 'kernelscope';
import { readModel } from 'kernelscope/model';
import { KernelScope } from 'kernelscope/react';
import { StrictMode, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';

const model = readModel({
  kernelscope: 1,
  model: {
    input_shape: [8, 8, 1],
    layers: [{ class_name: 'Conv2D', config: { filters: 2, kernel_size: 3 } }],
  },
});
const link = await model.shareUrl();

function Page() {
  const scope = useRef<RemoteScope>(null);
  const [ready, setReady] = useState(0);
  const [params, setParams] = useState<number>();
  const [error, setError] = useState('');
  const count = async () => setParams((await scope.current?.summary())?.[0]?.params);
  return (
    <main>
      <KernelScope
        document={link}
        show={['stage', 'lens']}
        theme="light"
        style={{ height: 400 }}
        ref={scope}
        onReady={() => setReady((times) => times + 1)}
        onError={(fault) => setError(fault.message)}
        onLesson={(progress) => console.log(progress?.id)}
      />
      <kernel-scope lesson="sliding-window" loading="click" hidden />
      <button type="button" onClick={count}>
        Count
      </button>
      <output>{JSON.stringify({ ready, params, error })}</output>
    </main>
  );
}

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Page />
  </StrictMode>,
);
