import { plain } from '../../document/lines.ts';
import { isCancelled } from '../../engine/error.ts';
import { explain } from '../../ui/explain.ts';
import { defineCommand } from '../command.ts';

export const showServiceLogs = defineCommand({
  id: 'gantry.service.logs',
  title: 'Show logs',
  icon: 'output',
  on: 'service',
  many: false,
  placement: { inline: 2, menu: '2_look@1', hiddenInPalette: true },
  async run({ details, engine, services, ui }, [service]) {
    if (!service) return;
    await details.ask({ about: 'tasks', of: service.id });
    const tasks = details.known('tasks', service.id);
    const slots = new Map(
      tasks?.ok === true ? tasks.value.map(({ id, slot, nodeId }) => [id, String(slot ?? nodeId.slice(0, 6))]) : [],
    );
    const stop = new AbortController();
    const document = await ui.openStream({
      name: `${service.name}.log`,
      id: `service ${service.id}`,
      onClose: () => stop.abort(),
    });
    const follow = async (): Promise<void> => {
      try {
        const tail = services.setting('gantry.logs.tail');
        for await (const { task, text } of engine.swarm.logs(service.id, { tail, signal: stop.signal }))
          document.append(`${service.name}.${slots.get(task) ?? task.slice(0, 6)} | ${plain(text)}\n`);
        document.append('— The log has ended. —\n');
      } catch (error) {
        if (!isCancelled(error)) document.append(`— ${explain(error)?.message ?? 'The log has broken off.'} —\n`);
      } finally {
        document.dispose();
      }
    };
    // The command has done its part when the document is open; the stream goes on until it is closed.
    void follow();
  },
});
