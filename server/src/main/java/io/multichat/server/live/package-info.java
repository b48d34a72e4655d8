/**
 * Live events and snapshots: a hub that one reader of the topics feeds and any number of clients follow, each at its own speed. The
 * application implements the reader.
 */
package io.multichat.server.live;
