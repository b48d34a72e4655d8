/**
 * Backups of the durable stores: a folder for each store, and {@code backup.json}, which is written last and names every file with its
 * hash. Kafka keeps the newest records, and a restored store reads from the topics what is newer than its backup.
 */
package io.multichat.jobs.backup;
