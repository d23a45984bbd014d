import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { backstageVersions } from './backstageVersions';
import { runCommand } from '../process/runCommand';
import { PackedPlugin } from './packSuite';
import { Manifest, readManifest, REPOSITORY } from '../repository';

/** Which of Backstage's two frontend systems a portal is made with. */
export type FrontendSystem = 'new' | 'classic';

/** The release of create-app whose portal is Backstage 1.55. */
const CREATE_APP = '@backstage/create-app@0.9.2';

/**
 * A portal as Backstage's own generator makes it, with nothing of this repository in it until `add` is called.
 */
export class StockPortal {
  readonly #root: string;

  /** Generates the portal's files; nothing is installed yet. */
  static async create(
    directory: string,
    system: FrontendSystem,
  ): Promise<StockPortal> {
    const root = join(directory, `stock-${system}`);
    const legacy = system === 'classic' ? ['--legacy'] : [];
    await runCommand(
      'npx',
      ['-y', CREATE_APP, '--path', root, '--skip-install', ...legacy],
      {
        cwd: directory,
        env: { ...process.env, BACKSTAGE_APP_NAME: `stock-${system}` },
        timeout: 120_000,
      },
    );
    return new StockPortal(root);
  }

  private constructor(root: string) {
    this.#root = root;
  }

  /** Where the portal is. */
  get root(): string {
    return this.#root;
  }

  /**
   * Adds packed plugins as dependencies of the portal's app and backend. Tarballs refer to each other by version, so
   * every one is also a resolution.
   */
  addPlugins(
    plugins: readonly PackedPlugin[],
    uses: { app: readonly string[]; backend: readonly string[] },
  ): void {
    const locate = (name: string): string => {
      const plugin = plugins.find(candidate => candidate.name === name);
      if (!plugin) {
        throw new Error(`${name} was not packed`);
      }
      return `file:${plugin.tarball}`;
    };
    for (const [folder, names] of Object.entries(uses)) {
      this.#edit(`packages/${folder}/package.json`, manifest => {
        for (const name of names) {
          manifest.dependencies[name] = locate(name);
        }
      });
    }
    this.#edit('package.json', manifest => {
      manifest.resolutions = {
        ...manifest.resolutions,
        ...readManifest(join(REPOSITORY, 'package.json')).resolutions,
        ...Object.fromEntries(plugins.map(({ name }) => [name, locate(name)])),
      };
    });
  }

  /** Installs what the portal needs. No build script of a dependency runs. */
  async install(): Promise<void> {
    writeFileSync(
      join(this.#root, '.yarnrc.yml'),
      'nodeLinker: node-modules\nenableScripts: false\nenableTelemetry: false\n',
    );
    this.#edit('package.json', manifest => {
      delete manifest.packageManager;
      manifest.resolutions = {
        ...backstageVersions(),
        ...manifest.resolutions,
      };
    });
    for (const folder of ['packages/app', 'packages/backend']) {
      this.#edit(join(folder, 'package.json'), manifest =>
        pinBackstage(manifest),
      );
    }
    await runCommand('yarn', ['install'], {
      cwd: this.#root,
      env: { ...process.env, YARN_ENABLE_IMMUTABLE_INSTALLS: 'false' },
      timeout: 600_000,
    });
  }

  /**
   * Puts text after the first place where `anchor` stands in a file.
   * @throws when the anchor is not there: the generator's files have changed.
   */
  insertAfter(file: string, anchor: string, text: string): void {
    this.#rewrite(file, content => {
      if (!content.includes(anchor)) {
        throw new Error(`${file} of the stock portal does not hold: ${anchor}`);
      }
      return content.replace(anchor, () => `${anchor}\n${text}`);
    });
  }

  /** Writes a file of the portal. */
  write(file: string, content: string): void {
    writeFileSync(join(this.#root, file), content);
  }

  #edit(file: string, change: (manifest: Manifest) => void): void {
    this.#rewrite(file, content => {
      const manifest = JSON.parse(content) as Manifest;
      change(manifest);
      return `${JSON.stringify(manifest, undefined, 2)}\n`;
    });
  }

  #rewrite(file: string, change: (content: string) => string): void {
    const path = join(this.#root, file);
    writeFileSync(path, change(readFileSync(path, 'utf8')));
  }
}

/** Takes just the versions that the generator names, and no later ones. */
function pinBackstage({ dependencies }: Manifest): void {
  for (const [name, range] of Object.entries(dependencies)) {
    if (name.startsWith('@backstage/')) {
      dependencies[name] = range.replace(/^\^/, '');
    }
  }
}
