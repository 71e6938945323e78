/** The tag without React, as its types have it. */
import { type Fault, type KernelScopeElement, setSite } from 'kernelscope';

setSite('/elsewhere/');

function report({ code, message }: Fault): void {
  console.error(code, message);
}

export async function accuracyOf(document: Document): Promise<number | undefined> {
  const tag: KernelScopeElement = document.createElement('kernel-scope');
  tag.addEventListener('error', ({ detail }) => report(detail));
  document.body.append(tag);
  await tag.scope.ready;
  tag.scope.on('epoch', ({ epoch, loss }) => console.log(epoch, loss));
  const history = await tag.scope.train({ epochs: 1 });
  return history.epochs.at(-1)?.accuracy;
}
