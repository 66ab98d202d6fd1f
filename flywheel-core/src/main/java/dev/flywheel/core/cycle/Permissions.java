package dev.flywheel.core.cycle;

import dev.flywheel.core.content.Authorization;
import dev.flywheel.core.content.VideoId;
import dev.flywheel.core.money.Money;
import dev.flywheel.core.program.PolicyNumber;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The ledger of creators' permissions: which posts may be advertised, until when, and what to renew. */
final class Permissions {

    private final Measured measured;
    private final Map<VideoId, LocalDate> lastDays = new TreeMap<>();

    Permissions(Measured measured) {
        this.measured = measured;
        for (Authorization authorization : measured.authorizations()) {
            lastDays.merge(
                    authorization.video(),
                    authorization.lastDay(),
                    (left, right) -> left.isAfter(right) ? left : right);
        }
    }

    /** Whether any permission is recorded at all. */
    boolean known() {
        return !lastDays.isEmpty();
    }

    boolean holdsTomorrow(VideoId video) {
        return holdsThrough(video, measured.asOf().plusDays(1));
    }

    boolean holdsThrough(VideoId video, LocalDate day) {
        return lastDay(video).filter(last -> !last.isBefore(day)).isPresent();
    }

    Optional<LocalDate> lastDay(VideoId video) {
        return Optional.ofNullable(lastDays.get(video));
    }

    /** Permissions that end soon, of videos that run or win. */
    List<Action> renewals(Set<VideoId> winners) {
        int ahead = measured.program().policy().count(PolicyNumber.RENEW_BEFORE_DAYS);
        List<Action> renewals = new ArrayList<>();
        lastDays.forEach((video, lastDay) -> {
            long left = ChronoUnit.DAYS.between(measured.asOf(), lastDay);
            boolean runs =
                    measured.adTests().stream().anyMatch(test -> test.video().equals(video));
            if (left >= 0 && left <= ahead && (runs || winners.contains(video))) {
                renewals.add(new Action.RenewAuthorization(video, lastDay, renewal(video, lastDay, left, runs)));
            }
        });
        return renewals;
    }

    private Explanation renewal(VideoId video, LocalDate lastDay, long left, boolean runs) {
        return new Explanation(
                "Ask for a longer permission for video " + video + ": it ends on " + lastDay + ".",
                null,
                Money.zero(measured.program().currency()),
                List.of(
                        left + " days are left.",
                        runs ? "A boost runs on it and would be stopped." : "It is a winner and may be boosted next."),
                "Let it lapse if you do not want to advertise the post any more.",
                true);
    }

    List<PhaseReport.Fact> facts() {
        int ahead = measured.program().policy().count(PolicyNumber.RENEW_BEFORE_DAYS);
        long valid = lastDays.values().stream()
                .filter(day -> !day.isBefore(measured.asOf()))
                .count();
        long ending = lastDays.values().stream()
                .filter(day -> !day.isBefore(measured.asOf()))
                .filter(day -> ChronoUnit.DAYS.between(measured.asOf(), day) <= ahead)
                .count();
        return List.of(
                Facts.count("authorizationsValid", "permissions hold", valid),
                Facts.count("authorizationsEnding", "of them end within " + ahead + " days", ending),
                Facts.count("authorizationsExpired", "have ended", lastDays.size() - valid));
    }
}
