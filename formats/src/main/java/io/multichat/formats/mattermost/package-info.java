/**
 * Mattermost's bulk export: lines of JSON about teams, channels, users and posts, of which the posts are read.
 * {@link io.multichat.formats.mattermost.PostKind} tells joins and notices from what users wrote.
 */
package io.multichat.formats.mattermost;
