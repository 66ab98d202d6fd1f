package dev.flywheel.adapters.http;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where webhooks go. Shows scheme, host and port only: path and query of a webhook are often its password.
 *
 * <p>The addresses of a named host are judged before each attempt; the client then resolves the name once more,
 * normally from the JVM's cache. Should a hostile name server answer differently in between, TLS still fails the
 * handshake before any request is sent, since plain HTTP is only spoken to {@code localhost} and loopback literals.
 */
final class Endpoint {

    /** Turns a host into its addresses. */
    @FunctionalInterface
    interface Resolver {
        List<InetAddress> resolve(String host) throws UnknownHostException;
    }

    private static final Pattern NUMERIC = Pattern.compile("[0-9.]+");
    private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final Pattern IPV4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");

    private final URI uri;
    private final boolean loopbackAllowed;
    private final Resolver resolver;

    private Endpoint(URI uri, boolean loopbackAllowed, Resolver resolver) {
        this.uri = uri;
        this.loopbackAllowed = loopbackAllowed;
        this.resolver = resolver;
    }

    static Endpoint of(URI uri, boolean loopbackAllowed, Resolver resolver) {
        if (!isScheme(uri, "https") && !isScheme(uri, "http")) {
            throw new IllegalArgumentException("endpoint must be an https URL");
        }
        if (uri.getHost() == null || isShorthand(uri.getHost())) {
            throw new IllegalArgumentException("endpoint must have a host name or a complete IP address");
        }
        Endpoint endpoint = new Endpoint(uri, loopbackAllowed, resolver);
        if (uri.getRawUserInfo() != null) {
            throw new IllegalArgumentException("endpoint must carry no user info, got " + endpoint);
        }
        endpoint.requireEncryptedOrLocal();
        endpoint.requireAllowedLiteral();
        return endpoint;
    }

    URI uri() {
        return uri;
    }

    /** Why the host may not be connected to, by what its name stands for now; empty if it may. */
    Optional<String> refusal() throws UnknownHostException {
        List<InetAddress> addresses = resolver.resolve(uri.getHost());
        if (addresses.isEmpty() || !addresses.stream().allMatch(this::isAllowed)) {
            return Optional.of(this + " stands for an address that is not " + (isHttps() ? "public" : "loopback")
                    + ": not connected");
        }
        return Optional.empty();
    }

    private void requireEncryptedOrLocal() {
        if (isHttps()) {
            return;
        }
        boolean local = uri.getHost().equalsIgnoreCase("localhost")
                || (isLiteral() && AddressRule.literal(uri.getHost()).isLoopbackAddress());
        if (!local || !loopbackAllowed) {
            throw new IllegalArgumentException(
                    "endpoint must be an https URL (http only for loopback, after allowLoopback()), got " + this);
        }
    }

    private void requireAllowedLiteral() {
        if (!isLiteral()) {
            return;
        }
        InetAddress address = AddressRule.literal(uri.getHost());
        boolean disguised = uri.getHost().startsWith("[") && address instanceof Inet4Address;
        if (disguised || !isAllowed(address)) {
            throw new IllegalArgumentException(
                    "endpoint must have a public address (loopback only after allowLoopback()), got " + this);
        }
    }

    private boolean isAllowed(InetAddress address) {
        return address.isLoopbackAddress() ? loopbackAllowed : isHttps() && AddressRule.isPublic(address);
    }

    private boolean isLiteral() {
        return uri.getHost().startsWith("[") || IPV4.matcher(uri.getHost()).matches();
    }

    /** Forms such as 127.1 or 010.0.0.1, which name services read in more than one way. */
    private static boolean isShorthand(String host) {
        return NUMERIC.matcher(host).matches() && !IPV4.matcher(host).matches();
    }

    private boolean isHttps() {
        return isScheme(uri, "https");
    }

    private static boolean isScheme(URI uri, String scheme) {
        return scheme.equalsIgnoreCase(uri.getScheme());
    }

    @Override
    public String toString() {
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        return uri.getScheme() + "://" + uri.getHost() + port;
    }
}
