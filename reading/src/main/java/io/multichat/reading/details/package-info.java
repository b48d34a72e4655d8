/** What belongs to a message besides its newest version: reactions and earlier versions. Depends on {@code events} only. */
package io.multichat.reading.details;
