/**
 * Mattermost's bulk export: lines of JSON about teams, channels, users and posts, of which the posts are read.
 * {@link io.multichat.formats.mattermost.PostKind} distinguishes joins and notices from messages.
 */
package io.multichat.formats.mattermost;
