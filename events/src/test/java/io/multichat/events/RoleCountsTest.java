package io.multichat.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoleCountsTest {
    @ParameterizedTest
    @EnumSource
    void eachRoleHasItsOwnCount(Sender.Role role) {
        RoleCounts counts =
                RoleCounts.one(role).plus(RoleCounts.one(role)).plus(new RoleCounts(1, 10, 100, 1_000, 10_000));

        for (Sender.Role each : Sender.Role.values()) {
            long before = (long) Math.pow(10, each.ordinal());
            assertThat(counts.of(each)).isEqualTo(each == role ? before + 2 : before);
        }
    }
}
