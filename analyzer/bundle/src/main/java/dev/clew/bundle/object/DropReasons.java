package dev.clew.bundle.object;

import java.util.Locale;
import java.util.Map;

/// Drop reasons in the words that `cilium monitor` and the metrics use. Hubble's JSON has their
/// enum names or codes. Codes: `pkg/monitor/api/drop.go` of Cilium.
public final class DropReasons {

    private static final Map<Integer, String> BY_CODE =
            Map.ofEntries(
                    Map.entry(130, "Invalid source mac"),
                    Map.entry(131, "Invalid destination mac"),
                    Map.entry(132, "Invalid source ip"),
                    Map.entry(133, "Policy denied"),
                    Map.entry(134, "Invalid packet"),
                    Map.entry(135, "CT: Truncated or invalid header"),
                    Map.entry(136, "Fragmentation needed"),
                    Map.entry(137, "CT: Unknown L4 protocol"),
                    Map.entry(138, "CT: Can't create entry from packet"),
                    Map.entry(139, "Unsupported L3 protocol"),
                    Map.entry(140, "Missed tail call"),
                    Map.entry(141, "Error writing to packet"),
                    Map.entry(142, "Unknown L4 protocol"),
                    Map.entry(143, "Unknown ICMPv4 code"),
                    Map.entry(144, "Unknown ICMPv4 type"),
                    Map.entry(145, "Unknown ICMPv6 code"),
                    Map.entry(146, "Unknown ICMPv6 type"),
                    Map.entry(147, "Error retrieving tunnel key"),
                    Map.entry(148, "Error retrieving tunnel options"),
                    Map.entry(149, "Invalid Geneve option"),
                    Map.entry(150, "Unknown L3 target address"),
                    Map.entry(151, "Stale or unroutable IP"),
                    Map.entry(152, "No matching local container found"),
                    Map.entry(153, "Error while correcting L3 checksum"),
                    Map.entry(154, "Error while correcting L4 checksum"),
                    Map.entry(155, "CT: Map insertion failed"),
                    Map.entry(156, "Invalid IPv6 extension header"),
                    Map.entry(157, "IP fragmentation not supported"),
                    Map.entry(158, "Service backend not found"),
                    Map.entry(160, "No tunnel/encapsulation endpoint (datapath BUG!)"),
                    Map.entry(161, "NAT 46/64 not enabled"),
                    Map.entry(162, "Reached EDT rate-limiting drop horizon"),
                    Map.entry(163, "Unknown connection tracking state"),
                    Map.entry(164, "Local host is unreachable"),
                    Map.entry(165, "No configuration available to perform policy decision"),
                    Map.entry(166, "Unsupported L2 protocol"),
                    Map.entry(167, "No mapping for NAT masquerade"),
                    Map.entry(168, "Unsupported protocol for NAT masquerade"),
                    Map.entry(169, "FIB lookup failed"),
                    Map.entry(170, "Encapsulation traffic is prohibited"),
                    Map.entry(171, "Invalid identity"),
                    Map.entry(172, "Unknown sender"),
                    Map.entry(173, "NAT not needed"),
                    Map.entry(174, "Is a ClusterIP"),
                    Map.entry(175, "First logical datagram fragment not found"),
                    Map.entry(176, "Forbidden ICMPv6 message"),
                    Map.entry(177, "Denied by LB src range check"),
                    Map.entry(178, "Socket lookup failed"),
                    Map.entry(179, "Socket assign failed"),
                    Map.entry(180, "Proxy redirection not supported for protocol"),
                    Map.entry(181, "Policy denied by denylist"),
                    Map.entry(182, "VLAN traffic disallowed by VLAN filter"),
                    Map.entry(183, "Incorrect VNI from VTEP"),
                    Map.entry(184, "Failed to update or lookup TC buffer"),
                    Map.entry(185, "No SID was found for the IP address"),
                    Map.entry(186, "SRv6 state was removed during tail call"),
                    Map.entry(187, "L3 translation from IPv4 to IPv6 failed (NAT46)"),
                    Map.entry(188, "L3 translation from IPv6 to IPv4 failed (NAT64)"),
                    Map.entry(189, "Authentication required"),
                    Map.entry(190, "No conntrack map found"),
                    Map.entry(191, "No nat map found"),
                    Map.entry(192, "Invalid ClusterID"),
                    Map.entry(193, "Unsupported packet protocol for DSR encapsulation"),
                    Map.entry(194, "No egress gateway found"),
                    Map.entry(195, "Traffic is unencrypted"),
                    Map.entry(196, "TTL exceeded"),
                    Map.entry(197, "No node ID found"),
                    Map.entry(198, "Rate limited"),
                    Map.entry(199, "IGMP handled"),
                    Map.entry(200, "IGMP subscribed"),
                    Map.entry(201, "Multicast handled"),
                    Map.entry(202, "Host datapath not ready"),
                    Map.entry(203, "Endpoint policy program not available"),
                    Map.entry(204, "No Egress IP configured"),
                    Map.entry(205, "Punt to proxy"),
                    Map.entry(206, "No device"));

    /// Codes of the enum names of Hubble that are not the words of the monitor.
    private static final Map<String, Integer> BY_NAME =
            Map.ofEntries(
                    Map.entry("POLICY_DENY", 181),
                    Map.entry("CT_MAP_INSERTION_FAILED", 155),
                    Map.entry("CT_TRUNCATED_OR_INVALID_HEADER", 135),
                    Map.entry("CT_UNKNOWN_L4_PROTOCOL", 137),
                    Map.entry("CT_CAN_T_CREATE_ENTRY_FROM_PACKET", 138),
                    Map.entry("NO_TUNNEL_OR_ENCAPSULATION_ENDPOINT", 160),
                    Map.entry("AUTH_REQUIRED", 189),
                    Map.entry("VLAN_FILTERED", 182),
                    Map.entry("INVALID_PACKET_DROPPED", 134),
                    Map.entry("INVALID_VNI", 183),
                    Map.entry("INVALID_TC_BUFFER", 184),
                    Map.entry("NO_SID", 185),
                    Map.entry("MISSING_SRV6_STATE", 186),
                    Map.entry("NAT46", 187),
                    Map.entry("NAT64", 188),
                    Map.entry("CT_NO_MAP_FOUND", 190),
                    Map.entry("SNAT_NO_MAP_FOUND", 191),
                    Map.entry("INVALID_CLUSTER_ID", 192),
                    Map.entry("UNSUPPORTED_PROTOCOL_FOR_DSR_ENCAP", 193),
                    Map.entry("NO_EGRESS_GATEWAY", 194),
                    Map.entry("UNENCRYPTED_TRAFFIC", 195),
                    Map.entry("NO_NODE_ID", 197),
                    Map.entry("DROP_RATE_LIMITED", 198),
                    Map.entry("DROP_HOST_NOT_READY", 202),
                    Map.entry("DROP_EP_NOT_READY", 203),
                    Map.entry("DROP_NO_EGRESS_IP", 204),
                    Map.entry("DROP_NO_DEVICE", 206));

    private DropReasons() {}

    /// The words for a code, or the code itself if it is not known.
    static String ofCode(String code) {
        try {
            return BY_CODE.getOrDefault(Integer.parseInt(code), code);
        } catch (NumberFormatException e) {
            return words(code);
        }
    }

    /// The words for an enum name such as `POLICY_DENIED`; words stay as they are.
    static String words(String name) {
        Integer code = BY_NAME.get(name);
        if (code != null) {
            return BY_CODE.getOrDefault(code, name);
        }
        if (!name.equals(name.toUpperCase(Locale.ROOT)) || name.indexOf('_') < 0) {
            return name;
        }
        String lower = name.toLowerCase(Locale.ROOT).replace('_', ' ');
        for (String words : BY_CODE.values()) {
            if (words.equalsIgnoreCase(lower)) {
                return words;
            }
        }
        return Character.toUpperCase(lower.charAt(0)) + lower.substring(1);
    }
}
