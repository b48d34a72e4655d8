/**
 * Examinations of a deployment, each in a class of its own behind the port {@link io.multichat.reading.diagnosis.Check}, and the run
 * that collects their findings. Nothing here changes anything.
 */
package io.multichat.jobs.doctor;
