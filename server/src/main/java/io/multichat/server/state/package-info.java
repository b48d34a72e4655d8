/**
 * The topology's state, whose partitions are spread over several instances: this instance answers for those that it has, and asks the
 * others for the rest. An instance that is asked answers from its own state alone, so no question travels twice.
 */
package io.multichat.server.state;
