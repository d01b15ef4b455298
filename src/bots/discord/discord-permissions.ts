/** What the bot may do in a server, by what the code does there. The invitation asks for these and no more. */
import { PermissionFlagsBits } from 'discord.js';

const NEEDED: Readonly<Record<string, bigint>> = {
  'hear mentions, react to reactions': PermissionFlagsBits.ViewChannel,
  'send the receipt of a resume': PermissionFlagsBits.SendMessages,
  'the same in a thread': PermissionFlagsBits.SendMessagesInThreads,
  'cards are embeds': PermissionFlagsBits.EmbedLinks,
  'answer as a reply, catch up after downtime, fetch an expired file again': PermissionFlagsBits.ReadMessageHistory,
  'pictures in answers to commands': PermissionFlagsBits.AttachFiles,
  'mark a message as seen and done': PermissionFlagsBits.AddReactions,
};

const PERMISSIONS: bigint = Object.values(NEEDED).reduce((all, one) => all | one, 0n);

/** Where an administrator of a server invites the bot. */
export const inviteUrl = (applicationId: string): string =>
  `https://discord.com/oauth2/authorize?client_id=${applicationId}&scope=bot+applications.commands&permissions=${PERMISSIONS}`;
