/** Publishes events that a person enters, and reports on each of them. */
package io.multichat.jobs.publish;
