//! A journey of accounts tells sales at some point.

use super::Look;
use crate::actions::Action;
use crate::journey::JourneyKind;
use crate::problem::Problem;

pub(super) fn check(look: &Look<'_>, found: &mut Vec<Problem>) {
    let alerts = look.reached_actions().any(|(_, action)| matches!(action, Action::SendSalesAlert(_)));
    if look.journey.kind == JourneyKind::Account && !alerts {
        found.push(Problem::warning(
            "no-sales-alert",
            "Sales never hears of this journey; add \"Send sales alert\" where a group is ready.",
            "Ventas no se entera de este recorrido; añade «Enviar alerta a ventas» donde el grupo esté listo.",
        ));
    }
}
