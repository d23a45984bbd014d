import { startControlPlane } from '../startControlPlane';

/** Starts one cluster in the folder that it is given, prints the process ids and holds on until it is killed. */
async function holdControlPlane(folder: string): Promise<void> {
  const plane = await startControlPlane({ clusters: 1, folder });
  process.stdout.write(`${JSON.stringify(plane.pids)}\n`);
  setInterval(() => {}, 60_000);
}

holdControlPlane(process.argv[2]).catch(error => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
