package dev.flywheel.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.flywheel.core.port.out.Announcement;
import dev.flywheel.core.port.out.Announcements;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

final class InMemoryAnnouncementsTest extends AnnouncementsContract {

    private final InMemoryAnnouncements announcements =
            new InMemoryAnnouncements(InstantSource.fixed(Instant.parse("2026-11-16T09:30:00Z")));

    @Override
    protected Announcements announcements() {
        return announcements;
    }

    @Override
    protected void receiverAccepts() {
        announcements.receiverAccepts();
    }

    @Override
    protected void receiverFails() {
        announcements.receiverFails();
    }

    @Override
    protected void receiverLeaves() {
        announcements.receiverLeaves();
    }

    @Override
    protected List<String> attemptedIds() {
        return announcements.attempted().stream().map(Announcement::id).toList();
    }

    @Test
    void shows_the_whole_announcement_that_reached_the_receiver() {
        announcements.announce(announcement("a"));
        assertEquals(List.of(announcement("a")), announcements.attempted());
    }
}
