package dev.flywheel.adapters.http;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses a webhook may be sent to: public unicast ones, after the special-purpose registries of IANA (RFC
 * 6890). For IPv6 this is an allow-list, so that forms that carry an IPv4 address inside (mapped, compatible, NAT64,
 * 6to4, Teredo) cannot smuggle a private one. IPv4-mapped addresses reach this as IPv4, which is how the JDK holds
 * them.
 */
final class AddressRule {

    private static final List<Block> IPV4_NOT_PUBLIC = blocks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4");
    private static final Block IPV6_UNICAST = Block.parse("2000::/3");
    private static final List<Block> IPV6_NOT_PUBLIC = blocks("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    private AddressRule() {}

    static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (address instanceof Inet4Address) {
            return IPV4_NOT_PUBLIC.stream().noneMatch(block -> block.holds(bytes));
        }
        return IPV6_UNICAST.holds(bytes) && IPV6_NOT_PUBLIC.stream().noneMatch(block -> block.holds(bytes));
    }

    /** The address an IP literal stands for; asks no name server. */
    static InetAddress literal(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("must be an IP address, got '" + text + "'", e);
        }
    }

    private static List<Block> blocks(String... cidrs) {
        return Stream.of(cidrs).map(Block::parse).toList();
    }

    private static final class Block {

        private final byte[] prefix;
        private final int bits;

        private Block(byte[] prefix, int bits) {
            this.prefix = prefix;
            this.bits = bits;
        }

        static Block parse(String cidr) {
            int slash = cidr.indexOf('/');
            byte[] prefix = literal(cidr.substring(0, slash)).getAddress();
            return new Block(prefix, Integer.parseInt(cidr.substring(slash + 1)));
        }

        boolean holds(byte[] address) {
            int whole = bits / Byte.SIZE;
            int rest = bits % Byte.SIZE;
            return Arrays.equals(prefix, 0, whole, address, 0, whole)
                    && (rest == 0 || ((prefix[whole] ^ address[whole]) & 0xFF) >> (Byte.SIZE - rest) == 0);
        }
    }
}
