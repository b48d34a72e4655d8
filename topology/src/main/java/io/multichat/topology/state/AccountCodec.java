package io.multichat.topology.state;

import org.apache.kafka.common.utils.ByteUtils;

/** Accounts as bytes: the components in their order. */
final class AccountCodec {
    private AccountCodec() {}

    static byte[] encode(Account account) {
        return StateBytes.write(out -> {
            ByteUtils.writeVarlong(account.nextOffset(), out);
            ByteUtils.writeVarlong(account.accepted(), out);
            ByteUtils.writeVarlong(account.duplicates(), out);
            ByteUtils.writeVarlong(account.deadLetters(), out);
            ByteUtils.writeVarlong(account.waiting(), out);
            ByteUtils.writeVarlong(account.sentHome(), out);
        });
    }

    static Account decode(byte[] bytes) {
        return StateBytes.read(
                bytes,
                in -> new Account(
                        ByteUtils.readVarlong(in),
                        ByteUtils.readVarlong(in),
                        ByteUtils.readVarlong(in),
                        ByteUtils.readVarlong(in),
                        ByteUtils.readVarlong(in),
                        ByteUtils.readVarlong(in)));
    }
}
