/**
 * Zulip's data export: {@code messages-000001.json} and so on, and {@code realm.json}, which has the names of people and channels.
 */
package io.multichat.formats.zulip;
