package io.multichat.app.connect.outage;

import java.io.IOException;

/**
 * Somebody else's file takes the last byte.
 *
 * @param disk of the store alone
 */
record DiskFull(SmallDisk disk) implements Outage {
    @Override
    public void begin() throws IOException {
        disk.fill();
    }

    @Override
    public void end() throws IOException {
        disk.free();
    }
}
