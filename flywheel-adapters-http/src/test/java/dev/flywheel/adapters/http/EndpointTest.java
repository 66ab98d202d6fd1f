package dev.flywheel.adapters.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EndpointTest {

    private static final Endpoint.Resolver NO_LOOKUP = host -> {
        throw new UnknownHostException("asked for " + host);
    };

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "10.255.255.255",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.9.9.9",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.1",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:10.0.0.1",
                "::10.0.0.1",
                "64:ff9b::a00:1",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:1ff::1",
                "2001:db8::1",
                "2002:a00:1::",
                "3fff:fff::1",
                "fc00::1",
                "fd12:3456::1",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void refuses_special_addresses(String address) {
        assertFalse(AddressRule.isPublic(AddressRule.literal(address)), address);
        assertTrue(refusal(address).isPresent(), address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.1",
                "100.63.255.255",
                "100.128.0.1",
                "126.255.255.255",
                "128.0.0.1",
                "169.253.0.1",
                "172.15.255.255",
                "172.32.0.1",
                "192.167.255.255",
                "192.169.0.1",
                "198.17.255.255",
                "198.20.0.1",
                "223.255.255.255",
                "2606:4700::1111",
                "2001:200::1",
                "2a00:1450::1"
            })
    void accepts_public_addresses(String address) {
        assertTrue(AddressRule.isPublic(AddressRule.literal(address)), address);
        assertEquals(Optional.empty(), refusal(address));
    }

    @Test
    void refuses_a_host_if_any_of_its_addresses_is_special() throws UnknownHostException {
        assertEquals(
                Optional.of("https://hooks.example stands for an address that is not public: not connected"),
                endpoint("https://hooks.example/x", List.of("1.1.1.1", "10.0.0.1"))
                        .refusal());
        assertTrue(endpoint("https://hooks.example/x", List.of()).refusal().isPresent());
    }

    @Test
    void allows_loopback_only_when_asked_and_nothing_else_over_plain_http() throws UnknownHostException {
        URI plain = URI.create("http://localhost:8080/x");
        Endpoint local = Endpoint.of(plain, true, host -> List.of(AddressRule.literal("127.0.0.1")));
        assertEquals(Optional.empty(), local.refusal());
        Endpoint rebound = Endpoint.of(plain, true, host -> List.of(AddressRule.literal("1.1.1.1")));
        assertEquals(
                Optional.of("http://localhost:8080 stands for an address that is not loopback: not connected"),
                rebound.refusal());
        URI encrypted = URI.create("https://localhost/x");
        assertEquals(
                Optional.empty(),
                Endpoint.of(encrypted, true, host -> List.of(AddressRule.literal("::1")))
                        .refusal());
        assertTrue(Endpoint.of(encrypted, false, host -> List.of(AddressRule.literal("::1")))
                .refusal()
                .isPresent());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ftp://hooks.example/c | endpoint must be an https URL",
                "/relative/c | endpoint must be an https URL",
                "https:opaque | endpoint must have a host name or a complete IP address",
                "https://under_score.example/c | endpoint must have a host name or a complete IP address",
                "https://127.1/c | endpoint must have a host name or a complete IP address",
                "https://010.0.0.1/c | endpoint must have a host name or a complete IP address",
                "https://2130706433/c | endpoint must have a host name or a complete IP address",
                "https://user:canary@hooks.example/c | endpoint must carry no user info, got https://hooks.example",
                "http://hooks.example/c | endpoint must be an https URL (http only for loopback, after "
                        + "allowLoopback()), got http://hooks.example",
                "http://127.0.0.1:81/c | endpoint must be an https URL (http only for loopback, after "
                        + "allowLoopback()), got http://127.0.0.1:81",
                "https://127.0.0.1/c | endpoint must have a public address (loopback only after allowLoopback()), "
                        + "got https://127.0.0.1",
                "https://[::1]/c | endpoint must have a public address (loopback only after allowLoopback()), "
                        + "got https://[::1]",
                "https://169.254.169.254/c | endpoint must have a public address (loopback only after "
                        + "allowLoopback()), got https://169.254.169.254",
                "https://[::ffff:1.1.1.1]/c | endpoint must have a public address (loopback only after "
                        + "allowLoopback()), got https://[::ffff:1.1.1.1]"
            })
    void refuses_endpoints_without_asking_a_name_server(String uri, String message) {
        assertEquals(
                message,
                assertThrows(
                                IllegalArgumentException.class,
                                () -> Endpoint.of(URI.create(uri + "?canary=1"), false, NO_LOOKUP))
                        .getMessage());
    }

    @Test
    void refuses_plain_http_to_a_private_address_even_with_loopback_allowed() {
        assertEquals(
                "endpoint must be an https URL (http only for loopback, after allowLoopback()), got http://10.0.0.1",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> Endpoint.of(URI.create("http://10.0.0.1/x"), true, NO_LOOKUP))
                        .getMessage());
    }

    @Test
    void names_the_value_that_is_no_address() {
        assertEquals(
                "must be an IP address, got '[zz]'",
                assertThrows(IllegalArgumentException.class, () -> AddressRule.literal("[zz]"))
                        .getMessage());
    }

    private static Optional<String> refusal(String address) {
        try {
            return endpoint("https://hooks.example/x", List.of(address)).refusal();
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    private static Endpoint endpoint(String uri, List<String> addresses) {
        List<InetAddress> known = addresses.stream().map(AddressRule::literal).toList();
        return Endpoint.of(URI.create(uri), false, host -> known);
    }
}
