/** Tables of messages and events as Parquet, written by DuckDB if its JDBC driver is on the class path. */
package io.multichat.jobs.export.parquet;
