/** Dead letters: reading them from their topic, and publishing the original records again. */
package io.multichat.jobs.deadletters;
