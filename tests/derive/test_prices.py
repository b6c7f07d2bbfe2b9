import pytest

from vidstore.derive.prices import model_of, offers
from vidstore.model.resources import Platform


@pytest.mark.parametrize(
    ("gpu", "model"),
    [
        ("NVIDIA A100 SXM 80 GB", "A100"),
        ("a100", "A100"),
        ("RTX 4090", "4090"),
        ("4090-24G", "4090"),
        ("2080ti", "2080Ti"),
        ("RTX 3080 Ti", "3080Ti"),
        ("v100s", "V100S"),
        ("RTX A6000", "A6000"),
        ("NVIDIA B200 SXM6", "B200"),
        ("H20", "H20"),
        ("昇腾 910B", "910"),
        ("TPU", "TPU"),
    ],
)
def test_a_gpu_has_one_name_wherever_it_is_rented_out(gpu: str, model: str) -> None:
    assert model_of(gpu) == model


def _platform(name: str, *prices: tuple[str, str, str, str]) -> Platform:
    fields = ("gpu", "amount", "currency", "per")
    asked = [dict(zip(fields, price, strict=True)) for price in prices]
    where = {"read": "2024-05-01", "source": "https://hill.example.org/prices"}
    return Platform.model_validate(
        {
            "id": name,
            "title": name,
            "summary": {"zh": "山", "en": "Hill"},
            "added": "2024-05-01",
            "prices": [price | where for price in asked],
        }
    )


def test_prices_are_compared_by_the_hour_within_a_currency() -> None:
    hill = _platform("hill", ("A100", "48", "CNY", "day"), ("A100", "0.5", "USD", "hour"))
    lake = _platform("lake", ("A100 80G", "0.001", "CNY", "second"), ("4090", "1", "CNY", "hour"))
    found = [
        (offer.model, offer.platform.id, str(offer.price.amount)) for offer in offers([lake, hill])
    ]
    assert found == [
        ("4090", "lake", "1"),
        ("A100", "hill", "48"),
        ("A100", "lake", "0.001"),
        ("A100", "hill", "0.5"),
    ]
