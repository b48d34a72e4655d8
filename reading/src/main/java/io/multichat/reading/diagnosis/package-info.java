/** The port for examinations of a running deployment, which each store and each part of the system implements. */
package io.multichat.reading.diagnosis;
