/**
 * The ledger: for each source partition, how many of its records were accepted, duplicates, dead letters, waiting or sent home.
 */
package io.multichat.topology.state.ledger;
