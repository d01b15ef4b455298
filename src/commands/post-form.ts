/** A job ad as a form (F4.10): its fields become the text that `jobs post` reads. */
import type { Form } from '../messages/channel.ts';

export const POST_FORM: Omit<Form, 'command'> = {
  words: [],
  title: 'Post a job',
  submit: 'Post',
  fields: [
    { name: 'title', label: 'Job title', kind: 'line', required: true },
    { name: 'company', label: 'Company', kind: 'line', required: true },
    { name: 'city', label: 'Place', hint: 'Leeds, or remote', kind: 'line', required: false },
    { name: 'pay', label: 'Pay', hint: '40,000 to 48,000 GBP a year', kind: 'line', required: false },
    { name: 'text', label: 'What the job asks for', hint: 'A line each', kind: 'text', required: true },
  ],
};

export function adIn({ title = '', company = '', city = '', pay = '', text = '' }: Readonly<Record<string, string>>): string {
  const head = [company, city]
    .map((one) => one.trim())
    .filter(Boolean)
    .join(', ');
  const paid = pay.trim() === '' ? [] : [`Pay: ${pay.trim()}`];
  return [title.trim(), head, ...paid, '', text.trim()].join('\n');
}
