/**
 * What DiscordChatExporter writes: JSON ({@link io.multichat.formats.discord.JsonExport}), CSV
 * ({@link io.multichat.formats.discord.CsvExport}) and plain text ({@link io.multichat.formats.discord.TextExport}). Its parts are
 * files of their own.
 */
package io.multichat.formats.discord;
