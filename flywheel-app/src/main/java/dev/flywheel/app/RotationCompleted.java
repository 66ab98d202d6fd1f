package dev.flywheel.app;

import dev.flywheel.core.cycle.Rotation;
import dev.flywheel.core.port.out.Announcement;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The announcement that a rotation is done. Two runs with the same inputs announce the same thing under the same id. */
final class RotationCompleted {
    private RotationCompleted() {}

    static Announcement of(Rotation rotation) {
        Map<String, String> data = new TreeMap<>();
        data.put("rotation", rotation.id());
        data.put("number", String.valueOf(rotation.number()));
        data.put("brand", rotation.brand());
        data.put("asOf", rotation.asOf().toString());
        data.put("digest", rotation.digest());
        data.put("actions", String.valueOf(rotation.actions().size()));
        rotation.actions().stream()
                .limit(1)
                .forEach(first ->
                        data.put("firstAction", first.action().explanation().text()));
        return new Announcement(
                "rotation-completed-" + rotation.id().replace('.', '-'),
                "rotation.completed",
                source(rotation.brand()),
                rotation.id(),
                // The end of the last day looked at: a repeat carries the same bytes, whenever it runs.
                rotation.asOf().plusDays(1).atStartOfDay(rotation.zone()).toInstant(),
                data);
    }

    private static String source(String brand) {
        try {
            return new URI(null, null, "/brands/" + brand.toLowerCase(Locale.ROOT), null).toASCIIString();
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
