/**
 * Settings of the topology, validated when they are created, and the names of its stores and nodes.
 */
package io.multichat.topology.settings;
