/** Contexts for agents: the newest messages of a conversation that fit into a number of messages and tokens. */
package io.multichat.server.context;
