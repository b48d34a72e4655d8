/** Kinds of setting values: each parses one kind of text and states its rule in words. Knows no particular setting. */
package io.multichat.app.settings.kind;
