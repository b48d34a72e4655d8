/** The versions of a message, and the rule that decides which of them is shown. */
package io.multichat.events.versions;
