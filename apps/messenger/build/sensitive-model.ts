import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

interface ModelJson {
  readonly weightsManifest: readonly { readonly paths: readonly string[] }[];
}

/** Its smallest model. What the package ships as scripts of base64 is served as what it is: numbers. */
const MODEL = '../models/mobilenet_v2';

function readModel(): { readonly url: string; readonly files: ReadonlyMap<string, Buffer> } {
  const require = createRequire(import.meta.url);
  const folder = join(dirname(require.resolve('nsfwjs')), MODEL);
  const json = require(join(folder, 'model.min.js')) as ModelJson;
  const weights = Buffer.from(require(join(folder, 'group1-shard1of1.min.js')) as string, 'base64');
  const [group] = json.weightsManifest;
  const hash = createHash('sha256').update(JSON.stringify(json)).update(weights);
  const name = `sensitive-model-${hash.digest('hex').slice(0, 10)}`;
  const weightsManifest = [{ ...group, paths: [`${name}.bin`] }];
  const text = JSON.stringify({ ...json, weightsManifest });
  return {
    url: `/assets/${name}.json`,
    files: new Map([
      [`assets/${name}.json`, Buffer.from(text)],
      [`assets/${name}.bin`, weights],
    ]),
  };
}

/** The model that tells sensitive photos, as files of our own beside the scripts. */
export function sensitiveModel(): { readonly url: string; readonly plugin: Plugin } {
  const { url, files } = readModel();
  return {
    url,
    plugin: {
      name: 'sotto-sensitive-model',
      configureServer({ middlewares }) {
        middlewares.use((request, response, next) => {
          const file = files.get((request.url ?? '').slice(1));
          if (file) response.end(file);
          else next();
        });
      },
      generateBundle() {
        for (const [fileName, source] of files) this.emitFile({ type: 'asset', fileName, source });
      },
    },
  };
}
