import { describe, expect, it } from 'vitest';
import { ownWork } from '../../../src/pipeline/match/own-work.ts';
import { processorMs } from '../../processor-ms.ts';

describe('what counts as own work (A2: only the facts that a line shows)', () => {
  it.each([
    'Currently learning Kubernetes in the evenings',
    'Plan to move our charts to Kubernetes',
    'No experience with Kubernetes yet',
    'I have never used Kubernetes',
    'Shadowing the Kubernetes on-call rota for two weeks',
    'Sat in on Kubernetes design reviews',
    'Attended a Kubernetes workshop',
    'Our agency ran Kubernetes',
    'Kubernetes was handled by our platform department',
    'Worked alongside the Kubernetes team',
    'Worked closely with the Kubernetes team',
    'Kubernetes (basics)',
    'Kubernetes-Kenntnisse im Aufbau',
    'Kubernetes lerne ich gerade im Selbststudium',
    'Die Kubernetes-Cluster übernahm die Kollegin',
    'Keine Erfahrung mit Kubernetes',
    'Notions de Kubernetes',
    'Aucune expérience de Kubernetes',
    'Nociones de Kubernetes',
    'Me gustaría aprender Kubernetes',
    'Vorrei imparare Kubernetes',
    'Geen ervaring met Kubernetes',
    'Brak doświadczenia z Kubernetes',
    'Without Kubernetes, Docker or Helm',
    'Ran stand-ups beside the web team, whose developers built it on Kubernetes',
    'Reported on the Kubernetes migration that another office carried out',
    'Minutes of the Kubernetes project; I did not code there',
    'Plan the Kubernetes platform that will follow funding',
  ])('"%s" shows none', (line) => {
    expect(ownWork(line).join(' ')).not.toContain('Kubernetes');
  });

  it.each([
    'Ran twelve Kubernetes clusters',
    'Taught Kubernetes to four juniors',
    'Kubernetes betrieben und migriert',
    'Mise en place de Kubernetes',
    'Moved billing to Kubernetes, never missed a release',
    'Not Docker Swarm, but Kubernetes since 2021',
    'Worked with the data team to put their jobs on Kubernetes',
    'Learning platform for schools on Kubernetes',
    'Migración a Kubernetes',
  ])('"%s" shows it', (line) => {
    expect(ownWork(line).join(' ')).toContain('Kubernetes');
  });

  it('keeps what stands beside a denial', () => {
    expect(ownWork('No PHP, plain JavaScript all day')).toEqual(['plain JavaScript all day']);
    expect(ownWork('Wrote Java; want to learn Rust')).toEqual(['Wrote Java']);
    expect(ownWork('Designed timber frames, but not the bridges')).toEqual(['Designed timber frames']);
  });

  it.each([
    'with the ',
    'by a ',
    'the team ',
    'a',
    '(',
    'no, ',
    'led a ',
  ])('takes time in proportion to a long line of "%s" (P6)', (piece) => {
    const started = processorMs();
    ownWork(piece.repeat(20_000 / piece.length));
    expect(processorMs() - started).toBeLessThan(250);
  });
});
