/** Chat replays of Twitch, as TwitchDownloader writes them, and bare comments of the interface that it reads. */
package io.multichat.formats.twitch;
