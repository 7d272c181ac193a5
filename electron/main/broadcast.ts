import { BrowserWindow } from 'electron';
import { type EventName, events } from '#shared/contract/events.ts';
import { logLine } from './log.ts';

/** Tells every window of ours about an event, after checking it against the table. */
export function broadcast(event: string, payload: unknown): void {
  if (!isEventName(event) || !events[event].safeParse(payload).success) {
    logLine(`an event outside the table was dropped: ${event.slice(0, 80)}`);
    return;
  }
  for (const window of BrowserWindow.getAllWindows()) window.webContents.send('tidu:event', event, payload);
}

function isEventName(event: string): event is EventName {
  return Object.hasOwn(events, event);
}
