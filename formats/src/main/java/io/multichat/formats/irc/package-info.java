/**
 * Logs of IRC clients and bots, a line each: ZNC, irssi, WeeChat, HexChat and XChat, Supybot and Limnoria, energymech, eggdrop,
 * mIRC, dircproxy, and the logs of Ubuntu's channels. {@link io.multichat.formats.irc.IrcStamp} reads how a line begins,
 * {@link io.multichat.formats.irc.IrcBody} what it says, {@link io.multichat.formats.irc.IrcClock} knows the date.
 */
package io.multichat.formats.irc;
