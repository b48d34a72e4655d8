/** What can be asked about dead letters: the records that the topology refused. */
package io.multichat.reading.letters;
