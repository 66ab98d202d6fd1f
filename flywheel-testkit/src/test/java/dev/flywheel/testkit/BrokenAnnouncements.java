package dev.flywheel.testkit;

import dev.flywheel.core.port.out.Announcement;
import dev.flywheel.core.port.out.Announcements;
import dev.flywheel.core.port.out.Delivery;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/** Ports that break the contract, and the contract over them; its promises are called one by one, and must fail. */
final class BrokenAnnouncements {

    private BrokenAnnouncements() {}

    static AnnouncementsContract contractOver(Function<InMemoryAnnouncements, Announcements> breaking) {
        InMemoryAnnouncements sound =
                new InMemoryAnnouncements(InstantSource.fixed(Instant.parse("2026-11-16T09:30:00Z")));
        Announcements broken = breaking.apply(sound);
        return new AnnouncementsContract() {
            @Override
            protected Announcements announcements() {
                return broken;
            }

            @Override
            protected void receiverAccepts() {
                sound.receiverAccepts();
            }

            @Override
            protected void receiverFails() {
                sound.receiverFails();
            }

            @Override
            protected void receiverLeaves() {
                sound.receiverLeaves();
            }

            @Override
            protected List<String> attemptedIds() {
                return sound.attempted().stream().map(Announcement::id).toList();
            }
        };
    }

    record Repeats(InMemoryAnnouncements sound) implements Announcements {
        @Override
        public Delivery announce(Announcement announcement) {
            sound.announce(AnnouncementsContract.announcement(announcement.id() + "-again"));
            return sound.announce(announcement);
        }

        @Override
        public List<Delivery> retryDue(Instant now) {
            return sound.retryDue(now);
        }

        @Override
        public List<Delivery.Waiting> waiting() {
            return sound.waiting();
        }
    }

    record Loses(InMemoryAnnouncements sound) implements Announcements {
        @Override
        public Delivery announce(Announcement announcement) {
            return sound.announce(announcement);
        }

        @Override
        public List<Delivery> retryDue(Instant now) {
            return List.of();
        }

        @Override
        public List<Delivery.Waiting> waiting() {
            return sound.waiting();
        }
    }

    record Early(InMemoryAnnouncements sound) implements Announcements {
        @Override
        public Delivery announce(Announcement announcement) {
            return sound.announce(announcement);
        }

        @Override
        public List<Delivery> retryDue(Instant now) {
            return sound.retryDue(now.plusSeconds(1));
        }

        @Override
        public List<Delivery.Waiting> waiting() {
            return sound.waiting();
        }
    }

    record Backwards(InMemoryAnnouncements sound) implements Announcements {
        @Override
        public Delivery announce(Announcement announcement) {
            return sound.announce(announcement);
        }

        @Override
        public List<Delivery> retryDue(Instant now) {
            List<Delivery> outcomes = new ArrayList<>(sound.retryDue(now));
            Collections.reverse(outcomes);
            return List.copyOf(outcomes);
        }

        @Override
        public List<Delivery.Waiting> waiting() {
            return sound.waiting();
        }
    }
}
