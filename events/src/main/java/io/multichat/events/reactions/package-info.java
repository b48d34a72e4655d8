/** Which reactions to a message stand. */
package io.multichat.events.reactions;
