/**
 * What every {@link io.multichat.reading.SessionReader} must do, whatever store it reads. A test fills a store, then hands its
 * reader and the expected answers to {@link io.multichat.reading.contract.SessionReaderContract}.
 */
package io.multichat.reading.contract;
