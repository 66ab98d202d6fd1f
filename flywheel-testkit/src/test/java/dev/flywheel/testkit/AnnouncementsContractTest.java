package dev.flywheel.testkit;

import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.flywheel.core.port.out.Announcements;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract catches ports that break it. */
final class AnnouncementsContractTest {

    static Stream<Arguments> broken_ports() {
        return Stream.of(
                broken(
                        "repeats what was delivered",
                        BrokenAnnouncements.Repeats::new,
                        c -> c.does_not_repeat_what_was_delivered()),
                broken(
                        "loses what failed",
                        BrokenAnnouncements.Loses::new,
                        c -> c.keeps_what_failed_and_delivers_it_when_due()),
                broken("loses what failed", BrokenAnnouncements.Loses::new, c -> c.gives_up_in_the_end_and_says_so()),
                broken("retries too early", BrokenAnnouncements.Early::new, c -> c.does_not_try_before_it_is_due()),
                broken(
                        "retries out of order",
                        BrokenAnnouncements.Backwards::new,
                        c -> c.reports_what_waited_when_the_receiver_went_away()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken_ports")
    void catches_a_port_that(
            Function<InMemoryAnnouncements, Announcements> port, Consumer<AnnouncementsContract> promise) {
        AnnouncementsContract contract = BrokenAnnouncements.contractOver(port);
        assertThrows(AssertionError.class, () -> promise.accept(contract));
    }

    private static Arguments broken(
            String name, Function<InMemoryAnnouncements, Announcements> port, Consumer<AnnouncementsContract> promise) {
        return Arguments.of(Named.of(name, port), promise);
    }
}
