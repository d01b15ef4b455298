/** Start time: how our own modules find each other. */
import { registerHooks } from 'node:module';

/**
 * Node looks on disk for every file that is imported, follows its links and searches the manifest for what it is: a fifth of the start of
 * a child of 340 modules. Our relative imports name whole files, and all of them are modules of TypeScript. For what is imported afterwards.
 */
export function hastenOwnModules(): void {
  registerHooks({
    resolve(specifier, context, next) {
      const isOwn = specifier.startsWith('.') && specifier.endsWith('.ts') && context.parentURL !== undefined;
      return isOwn
        ? { url: new URL(specifier, context.parentURL).href, format: 'module-typescript', shortCircuit: true }
        : next(specifier, context);
    },
  });
}
