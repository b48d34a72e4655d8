package io.multichat.server.erase;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * An erasure that runs.
 *
 * @param id by which its state can be requested
 * @param plan what it will erase, and the holds that block some of it
 */
public record StartedErasure(String id, ObjectNode plan) {}
